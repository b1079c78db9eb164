import { defineElement } from '../base/define-element.js';
import { KithCompanyCard } from '../companies/company-card.js';

defineElement(KithCompanyCard);
